<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology">
  <renderer-v2 type="categorizedSymbol" attr="category" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category symbol="0" value="gms" label="Southern Economic Corridor" render="true" />
      <category symbol="1" value="idp" label="Priority industrial route" render="true" />
      <category symbol="2" value="spur" label="Border spur" render="true" />
    </categories>
    <symbols>
      <symbol name="0" type="line" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" type="QString" value="45,54,64,255" />
            <Option name="line_style" type="QString" value="solid" />
            <Option name="line_width" type="QString" value="0.7" />
            <Option name="line_width_unit" type="QString" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol name="1" type="line" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" type="QString" value="45,54,64,255" />
            <Option name="line_style" type="QString" value="solid" />
            <Option name="line_width" type="QString" value="1.1" />
            <Option name="line_width_unit" type="QString" value="MM" />
          </Option>
        </layer>
      </symbol>
      <symbol name="2" type="line" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" type="QString" value="45,54,64,255" />
            <Option name="line_style" type="QString" value="dash" />
            <Option name="line_width" type="QString" value="0.7" />
            <Option name="line_width_unit" type="QString" value="MM" />
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <layerGeometryType>1</layerGeometryType>
</qgis>
